package org.plainclaim.x12.claim;

/**
 * Who sends a file of claims, and who takes it (loops 1000A and 1000B).
 *
 * @param name name of the submitter
 * @param id number by which the receiver knows the submitter
 * @param contact name of a person or office to ask
 * @param phone telephone of the contact, digits only
 * @param receiver name of the receiver
 * @param receiverId number of the receiver
 */
public record Submitter(String name, String id, String contact, String phone, String receiver, String receiverId) {}
