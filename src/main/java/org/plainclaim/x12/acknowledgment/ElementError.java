package org.plainclaim.x12.acknowledgment;

/**
 * A wrong element of a segment (IK4); the copy of what stood in it is not kept, because it may be of a patient.
 *
 * @param element its place in the segment, from 1
 * @param component its place in the element, from 1; 0 if the element has no parts
 * @param code what is wrong with it (IK403)
 */
public record ElementError(int element, int component, String code) {}
