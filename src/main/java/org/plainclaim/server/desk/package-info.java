/**
 * The workbench: what people of a practice see in a browser, and what they do there.
 *
 * <p>Input: requests of a browser. Output: HTML pages, made by templates from records; every record is made from answers
 * of the FHIR interface, asked as the person who looks. Nothing here knows the store.
 */
@NullMarked
package org.plainclaim.server.desk;

import org.jspecify.annotations.NullMarked;
