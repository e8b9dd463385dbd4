package dev.javait.samples.web;

/** A supplier cannot say what it is asked. */
final class SupplierException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SupplierException(String message) {
        super(message);
    }
}
