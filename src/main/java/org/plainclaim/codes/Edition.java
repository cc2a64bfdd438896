package org.plainclaim.codes;

/**
 * What a release says, with the dates it says it for.
 *
 * @param release what it is and covers
 * @param content what it says
 */
public record Edition<T>(CodeRelease release, T content) {}
