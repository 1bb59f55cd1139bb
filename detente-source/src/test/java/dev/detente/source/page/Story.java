package dev.detente.source.page;

import java.util.List;

/** What an article holds, whatever page it is set in: the gold of the page fixtures. */
record Story(
    String language,
    String outlet,
    String headline,
    String lead,
    List<Section> sections,
    List<Picture> pictures,
    String factsTitle,
    List<String> facts,
    List<String> authors,
    String published,
    String updated) {

  /** A heading, null for the opening, and the paragraphs under it. */
  record Section(String heading, List<String> paragraphs) {}

  /** The text beside a picture, with its label, and who took it. */
  record Picture(String caption, String credit) {}

  String day() {
    return published.substring(0, 10);
  }

  static final List<Story> ALL =
      List.of(
          new Story(
              "nb",
              "Kystposten",
              "Ferja til Nordvik blir liggende",
              "Rederiet sier nei til å seile videre uten mer penger fra staten. Ordføreren er"
                  + " rasende.",
              List.of(
                  new Section(
                      null,
                      List.of(
                          "Torsdag morgen lå ferja «Havdis» fortsatt ved kai i Nordvik, og ingen"
                              + " kunne si når den går igjen.",
                          "– Vi har ikke råd til å seile lenger enn til tirsdag, sier direktør Ola"
                              + " Berg i rederiet. Han viser til at prisen på drivstoff har økt med"
                              + " 40 prosent.",
                          "Departementet opplyser at det har mottatt brevet, men vil ikke svare på"
                              + " spørsmål om beløpet.")),
                  new Section(
                      "Vil klage til statsråden",
                      List.of(
                          "Ordfører Kari Lie varsler at kommunen klager avgjørelsen inn for"
                              + " statsråd Per Ås.",
                          "– Dette er et brudd på avtalen, og det vet de godt, sier hun til"
                              + " Kystposten.",
                          "Hun krever at båten settes inn igjen innen en uke.")),
                  new Section(
                      "– Ikke vårt ansvar",
                      List.of(
                          "Statsråden avviser kritikken. Ifølge ham er det fylket som har ansvaret"
                              + " for ruta.",
                          "Fylkesrådmann Anne Dahl mener derimot at staten lovet å betale i"
                              + " 2029."))),
              List.of(
                  new Picture(
                      "VED KAI: Ferja har ligget fast siden mandag.",
                      "Foto: Liv Strand / Nordfoto"),
                  new Picture("UENIG: Statsråd Per Ås peker på fylket.", "Foto: Jon Vik")),
              "Fakta om ruta",
              List.of(
                  "Åpnet i 1962 og gikk daglig fram til i vår.", "Frakter 80.000 reisende i året."),
              List.of("Tuva Holm", "Jonas Moe"),
              "2031-05-08T07:15:00+02:00",
              "2031-05-08T11:42:00+02:00"),
          new Story(
              "nn",
              "Fjordabladet",
              "Vil ikkje selje kraftverket til utlandet",
              "Kommunestyret sa nei til bodet frå det tyske selskapet. No truar selskapet med"
                  + " søksmål.",
              List.of(
                  new Section(
                      null,
                      List.of(
                          "Vedtaket i Elvestad kommunestyre måndag kveld var samrøystes, og møtet"
                              + " var over på ein halv time.",
                          "– Vi sel ikkje arvesølvet, seier ordførar Nils Haug. Han har fått støtte"
                              + " frå både fagforeiningar og næringsliv.",
                          "Selskapet baud 900 millionar kroner for kraftverket, som har vore i"
                              + " drift sidan krigen.")),
                  new Section(
                      "Ventar på svar",
                      List.of(
                          "Advokat Greta Vold seier at klienten hennar meiner å ha ein gyldig"
                              + " avtale.",
                          "– Dersom kommunen ikkje svarar innan fredag, går vi til retten, skriv ho"
                              + " i ein e-post.",
                          "Ordføraren kjenner ikkje til nokon avtale, og ber om å få sjå han.")),
                  new Section(
                      "Gammal strid",
                      List.of(
                          "Det er tredje gongen på ti år at nokon vil kjøpe kraftverket.",
                          "Førre gong enda saka i lagmannsretten, der kommunen vann."))),
              List.of(
                  new Picture("NEI: Ordførar Nils Haug etter møtet måndag.", "Foto: Marit Bø"),
                  new Picture("KRAFT: Verket gjev straum til 9.000 hus.", "Foto: Elvestad kraft")),
              "Fakta om kraftverket",
              List.of(
                  "Bygd i 1942 og utvida to gonger sidan.",
                  "Eigd av kommunen og tre grannekommunar."),
              List.of("Sigrid Aa"),
              "2031-03-04T06:05:00+01:00",
              "2031-03-04T09:30:00+01:00"),
          new Story(
              "en",
              "The Soundings",
              "Ministers leave ferry talks without a deal",
              "Three rounds of talks on the strait ended in silence, and neither side would say"
                  + " when they meet again.",
              List.of(
                  new Section(
                      null,
                      List.of(
                          "The talks in Port Ellery broke up shortly after midnight, when the"
                              + " delegation from Valmark left by a side door.",
                          "“We did not come here to be lectured,” said Foreign Minister Ada Quill"
                              + " as she got into her car.",
                          "Her counterpart, Tomas Reve, told reporters that an offer had been on"
                              + " the table for a week.")),
                  new Section(
                      "Ships still waiting",
                      List.of(
                          "Some forty ships are anchored off the strait, according to the coast"
                              + " guard, and more are on the way.",
                          "Insurance costs have doubled since April, said Lena Marsh, who runs a"
                              + " small shipping line.",
                          "Valmark denies that it has closed the strait and calls the inspections"
                              + " routine.")),
                  new Section(
                      "A narrow way out",
                      List.of(
                          "Diplomats believe that a joint patrol could be the answer, but only if"
                              + " both navies agree to it.",
                          "The council meets on Friday, and its chairman has promised a vote before"
                              + " the end of the month."))),
              List.of(
                  new Picture(
                      "Foreign Minister Ada Quill leaves the talks on Tuesday.",
                      "Photo: Ruth Cole/Seawire"),
                  new Picture(
                      "Ships wait at anchor outside Port Ellery.", "Photo: Port of Ellery")),
              "Timeline of the dispute",
              List.of(
                  "April: Valmark begins to inspect ships in the strait.",
                  "May: The first talks are held and fail."),
              List.of("Hanna Price", "Owen Tate"),
              "2031-06-11T00:48:00+01:00",
              "2031-06-11T08:10:00+01:00"),
          new Story(
              "da",
              "Øposten",
              "Ministeren afviser krav om ny bro",
              "Borgmesteren kalder svaret en skandale og vil have sagen for Folketinget.",
              List.of(
                  new Section(
                      null,
                      List.of(
                          "Der kommer ingen bro til Langø i denne valgperiode, og det bliver der"
                              + " heller ikke lavet om på.",
                          "– Der er ikke penge til det, siger transportminister Jens Holt, der har"
                              + " fået tre breve fra kommunen.",
                          "Kommunen har ellers selv tilbudt at betale en fjerdedel af regningen.")),
                  new Section(
                      "Vil ikke give op",
                      List.of(
                          "Borgmester Mette Krag siger, at øens unge flytter, hvis de skal vente på"
                              + " færgen.",
                          "Hun kræver et møde med statsministeren inden sommerferien.",
                          "Statsministeriet oplyser, at man har modtaget anmodningen.")),
                  new Section(
                      "Støtte fra flere partier",
                      List.of(
                          "To af støttepartierne mener, at ministeren har lovet broen før valget.",
                          "Det afviser han og henviser til aftalens tekst."))),
              List.of(
                  new Picture("Færgen til Langø sejler fire gange om dagen.", "Foto: Bo Friis"),
                  new Picture("Borgmester Mette Krag vil til København.", "Foto: Langø Kommune")),
              "Fakta om broen",
              List.of(
                  "Blev foreslået første gang i 1988.", "Ventes at koste to milliarder kroner."),
              List.of("Ida Skov"),
              "2031-02-20T14:20:00+01:00",
              "2031-02-20T17:05:00+01:00"),
          new Story(
              "sv",
              "Skärgårdsbladet",
              "Regeringen stoppar gruvan vid sjön",
              "Beskedet kom efter tre års väntan. Bolaget säger att det kommer att överklaga.",
              List.of(
                  new Section(
                      null,
                      List.of(
                          "Klimatminister Eva Lind meddelade på tisdagen att bolaget inte får öppna"
                              + " gruvan vid Svartsjön.",
                          "– Vattnet är viktigare än malmen, sade hon på en pressträff i"
                              + " Stockholm.",
                          "Bolagets vd Karl Berg kallar beslutet obegripligt och pekar på de två"
                              + " utredningar som har gjorts.")),
                  new Section(
                      "Jubel i byn",
                      List.of(
                          "I byn firade flera hundra människor med kaffe och tal utanför skolan.",
                          "Samernas råd välkomnar beslutet men säger att det kunde ha kommit"
                              + " tidigare.",
                          "Kommunens ledning är däremot besviken och talar om hundra förlorade"
                              + " jobb.")),
                  new Section(
                      "Kan ta flera år",
                      List.of(
                          "Högsta domstolen kan pröva ärendet om bolaget begär det.",
                          "Enligt jurister som tidningen har talat med kan det ta fyra år."))),
              List.of(
                  new Picture("Svartsjön är vattentäkt för tre kommuner.", "Foto: Nils Åkesson"),
                  new Picture("Klimatminister Eva Lind mötte pressen i går.", "Foto: Maja Ek")),
              "Fakta: Gruvan",
              List.of(
                  "Bolaget ansökte om tillstånd 2028.",
                  "Malmen räcker i tjugo år, enligt bolaget."),
              List.of("Stina Falk"),
              "2031-09-16T10:00:00+02:00",
              "2031-09-16T12:25:00+02:00"));
}
