package org.plainclaim.training;

/**
 * What is wrong with a file of cases.
 *
 * @param file name of the file
 * @param line line in it, from 1
 * @param message what is wrong and how to mend it
 */
public record CaseFault(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
