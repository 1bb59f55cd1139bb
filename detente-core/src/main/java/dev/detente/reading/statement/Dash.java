package dev.detente.reading.statement;

/**
 * A stretch of speech after a dash: from the dash to its cue or the end of its passage.
 *
 * @param sentence index of the sentence it begins in
 * @param word index of the dash
 * @param endSentence index of the sentence it ends in
 * @param endWord index of its last word
 * @param passage index of the passage
 */
record Dash(int sentence, int word, int endSentence, int endWord, int passage) {}
