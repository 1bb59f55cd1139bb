package dev.detente.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The system's Chromium without a window, as a reader would see it. One thread at a time. */
final class Browser implements AutoCloseable {
  private static final int HEIGHT = 900;
  private static final int TALLEST = 6000;

  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    this.axe = axeScript();
  }

  /** How a page is looked at. */
  enum Mode {
    LIGHT(1280, 1, "light"),
    DARK(1280, 1, "dark"),
    /** A telephone. */
    NARROW(360, 2, "light"),
    /** A window of 1280 pixels at 200 per cent has room for half as many. */
    ZOOMED(640, 2, "light");

    private final int width;
    private final int scale;
    private final String scheme;

    Mode(int width, int scale, String scheme) {
      this.width = width;
      this.scale = scale;
      this.scheme = scheme;
    }

    /** For names of files. */
    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Opens the browser; skips the test, and says so, where there is none. */
  static Browser open() {
    Optional<Path> chromium = found("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chauffeur = found("chromedriver");
    if (chromium.isEmpty() || chauffeur.isEmpty()) {
      String notice =
          "NOT TESTED IN A BROWSER: no "
              + (chromium.isEmpty() ? "chromium" : "chromedriver")
              + " on the PATH; apt-get install chromium chromium-driver brings it";
      System.err.println(notice);
      Assumptions.abort(notice);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-prefers-reduced-motion",
        "--accept-lang=en");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chauffeur.orElseThrow().toFile())
            .withSilent(true)
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    Browser browser = new Browser(driver);
    browser.look(Mode.LIGHT);
    return browser;
  }

  private static Optional<Path> found(String... names) {
    List<Path> folders = new ArrayList<>();
    for (String folder :
        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
      folders.add(Path.of(folder));
    }
    folders.add(Path.of("/usr/bin"));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String axeScript() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void go(String url) {
    driver.get(url);
  }

  /** The address without what is secret in it. */
  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** Changes how pages are looked at from now on. */
  void look(Mode mode) {
    size(mode, HEIGHT);
    media("", mode.scheme);
  }

  private void size(Mode mode, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            mode.width,
            "height",
            height,
            "deviceScaleFactor",
            mode.scale,
            "mobile",
            false));
  }

  private void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Looks at the page as it would be printed. */
  void print() {
    media("print", "light");
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    for (CharSequence key : keys) {
      driver.switchTo().activeElement().sendKeys(key);
    }
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  @SuppressWarnings("unchecked")
  <T> T run(String script, Object... values) {
    return (T) driver.executeScript(script, values);
  }

  /** Waits, half a minute at most, until a script says true. */
  void until(String condition, Object... values) {
    long patience = System.nanoTime() + 30_000_000_000L;
    while (!Boolean.TRUE.equals(run("return Boolean(" + condition + ")", values))) {
      if (System.nanoTime() > patience) {
        throw new AssertionError("never came true: " + condition + " at " + address());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  /**
   * What axe finds serious or critical on the page as it is looked at, a line each.
   *
   * @param contrastAlone leaves out what does not depend on colours
   */
  List<String> complaints(boolean contrastAlone) {
    if (!Boolean.TRUE.equals(run("return Boolean(window.axe)"))) {
      driver.executeScript(axe);
    }
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "const options = {resultTypes: ['violations'], iframes: false};"
                + "if (arguments[0]) options.runOnly = {type: 'rule', values: ['color-contrast']};"
                + "axe.run(document, options).then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".flatMap(v => v.nodes.slice(0, 5).map(n => v.id + ' ' + n.target + ' ' + n.html.slice(0, 160)"
                + " + ' ' + (n.any[0] ? n.any[0].message : '')))), e => done(['axe failed: ' + e]));",
            contrastAlone);
    List<String> complaints = new ArrayList<>();
    ((List<?>) found).forEach(one -> complaints.add(String.valueOf(one)));
    return complaints;
  }

  /** Pixels by which the page is wider than the window. */
  long overflow() {
    return run(
        "return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
  }

  /** Writes a picture of the whole page. */
  void picture(Path file, Mode mode) {
    long height = run("return document.documentElement.scrollHeight");
    size(mode, (int) Math.max(HEIGHT, Math.min(TALLEST, height)));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    size(mode, HEIGHT);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
