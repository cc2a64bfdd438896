package org.plainclaim.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.plainclaim.audit.PublicHalf;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.fhir.audit.CanonicalJson;

/** The signature of a packet: a detached JWS (ES256) over the canonical bytes of the Bundle without its signature. */
public final class PacketSignature {
    private static final String PURPOSE = "1.2.840.10065.1.12.1.14";

    private PacketSignature() {}

    /** Puts the signature into the Bundle. */
    static void sign(ObjectNode bundle, SigningKey key, Instant when) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.shared().id())
                .build();
        JWSObject jws = new JWSObject(header, new Payload(CanonicalJson.bytes(bundle)));
        try {
            jws.sign(new ECDSASigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The audit key can not sign", e);
        }
        ObjectNode signature = bundle.putObject("signature");
        signature
                .putArray("type")
                .addObject()
                .put("system", "urn:iso-astm:E1762-95:2013")
                .put("code", PURPOSE);
        signature.put("when", when.toString());
        signature
                .putObject("who")
                .put("display", "Plainclaim, key " + key.shared().id());
        signature.put("targetFormat", "application/fhir+json");
        signature.put("sigFormat", "application/jose");
        signature.put(
                "data", Base64.getEncoder().encodeToString(jws.serialize(true).getBytes(StandardCharsets.US_ASCII)));
    }

    /** True if the key signed the Bundle as it is. */
    public static boolean holds(JsonNode bundle, PublicHalf key) {
        try {
            byte[] data =
                    Base64.getDecoder().decode(bundle.at("/signature/data").asText());
            JWSObject jws = JWSObject.parse(
                    new String(data, StandardCharsets.US_ASCII), new Payload(CanonicalJson.bytes(bundle)));
            return jws.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
                    && jws.verify(new ECDSAVerifier(key.key()));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The key that lies in the packet: it shows that nothing was changed, and not who signed. */
    public static Optional<PublicHalf> enclosed(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Binary")
                    && resource.path("id").asText().equals("public-key")) {
                try {
                    byte[] pem =
                            Base64.getDecoder().decode(resource.path("data").asText());
                    return Optional.of(PublicHalf.parse(new String(pem, StandardCharsets.US_ASCII)));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
