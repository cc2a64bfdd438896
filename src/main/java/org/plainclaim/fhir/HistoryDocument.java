package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was gathered of the other sessions and claims of a patient.
 *
 * @param bundle a Bundle of any type: Encounters, their Procedures, who took part, and Claims
 * @param from first day that was looked at; null for the first day in the Bundle
 * @param to last day that was looked at; null for the last day in the Bundle
 */
public record HistoryDocument(JsonNode bundle, @Nullable LocalDate from, @Nullable LocalDate to) {}
