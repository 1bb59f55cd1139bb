package dev.detente.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeLibraryTest {
  @Test
  void theLibraryOfThisSystemIsAmongThoseThatDuckDbBrings() {
    String here = NativeLibrary.name(System.getProperty("os.name"), System.getProperty("os.arch"));
    assertThat(getClass().getResource("/" + here)).as(here).isNotNull();
  }

  @Test
  void everySystemHasItsName() {
    assertThat(NativeLibrary.name("Linux", "aarch64")).isEqualTo("libduckdb_java.so_linux_arm64");
    assertThat(NativeLibrary.name("Mac OS X", "x86_64"))
        .isEqualTo("libduckdb_java.so_osx_universal");
    assertThat(NativeLibrary.name("Windows 11", "amd64"))
        .isEqualTo("libduckdb_java.so_windows_amd64");
  }

  @Test
  void nothingIsUnpackedWhereDuckDbStandsAsItIsDelivered() {
    NativeLibrary.provide();
    assertThat(getClass().getResource("/native")).isNull();
  }
}
