package dev.detente.source;

/**
 * How far an input has been read.
 *
 * @param input as the user named it, or the file in the folder that the user named
 * @param articles how many articles it has given, those that could not be read included
 * @param offset in an archive, of the record or compressed member to read on at; 0 else
 * @param within how many records of that member have been read
 */
public record Checkpoint(String input, long articles, long offset, int within) {}
