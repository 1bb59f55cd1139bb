package dev.detente.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSkeletonTest {
  @ParameterizedTest
  @CsvSource({
    "Volodymyr Zelenskyj, Volodymyr Zelenskyy",
    "Volodymyr Zelenskyj, Volodymyr Zelensky",
    "Sergej Sjojgu, Sergei Shoigu",
    "Sergej Rjabkov, Sergey Ryabkov",
    "Viktor Jusjtsjenko, Viktor Yushchenko",
    "Aleksandr Tsjernov, Aleksandr Chernov",
    "Zhanna Kuzmina, Zjanna Kuzmina",
    "Recep Erdoğan, Recep Erdogan",
    "Marija Zakharova, Maria Zakharova",
    "Ferdinand Marcos jr., Ferdinand Marcos"
  })
  void spellingsOfOneNameAreOne(String one, String other) {
    assertThat(NameSkeleton.words(one)).isEqualTo(NameSkeleton.words(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Tom Vik, Tommy Vik",
    "Kari Lund, Karin Lund",
    "Aleksandr Lukasjenko, Aleksandr Lukasjevitsj",
    "Jan Holm, Jon Holm",
    "Anne Li, Anne Lo"
  })
  void otherNamesAreOthers(String one, String other) {
    assertThat(NameSkeleton.words(one)).isNotEqualTo(NameSkeleton.words(other));
  }
}
