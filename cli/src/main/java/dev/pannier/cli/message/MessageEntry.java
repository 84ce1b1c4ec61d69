package dev.pannier.cli.message;

/**
 * What a code stands for.
 *
 * @param code as problems carry it: {@code values.unknown-key}
 * @param title what is wrong, a short phrase without a dot
 * @param cause when it is raised and why, one paragraph
 * @param example the least that raises it
 * @param cure what to do about it, one paragraph
 */
public record MessageEntry(
    String code, String title, String cause, MessageExample example, String cure) {}
