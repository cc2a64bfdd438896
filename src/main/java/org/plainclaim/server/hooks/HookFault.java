package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call that can not be answered: the HTTP status, and in plain words why; names no value of a patient. */
final class HookFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private HookFault(int status, String code, String words) {
        super(words);
        this.status = status;
        this.code = code;
    }

    static HookFault malformed(String words) {
        return new HookFault(400, "invalid", words);
    }

    static HookFault unknown(String words) {
        return new HookFault(404, "not-found", words);
    }

    static HookFault insufficient(String words) {
        return new HookFault(412, "incomplete", words);
    }

    static HookFault of(int status, String code, String words) {
        return new HookFault(status, code, words);
    }

    int status() {
        return status;
    }

    ObjectNode outcome() {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "error")
                .put("code", code)
                .put("diagnostics", getMessage());
        return outcome;
    }
}
