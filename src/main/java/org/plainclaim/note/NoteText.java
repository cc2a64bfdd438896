package org.plainclaim.note;

/**
 * The plain text of one element of a note.
 *
 * @param resource reference of the resource it belongs to
 * @param path FHIRPath of the element it was taken from, such as {@code DocumentReference.content[0].attachment}
 * @param text the text, without markup
 */
public record NoteText(String resource, String path, String text) {}
