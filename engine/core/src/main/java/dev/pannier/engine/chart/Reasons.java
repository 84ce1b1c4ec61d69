package dev.pannier.engine.chart;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Says why the disk refused, in words. */
final class Reasons {

  private Reasons() {}

  static String of(Exception refusal) {
    return switch (refusal) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it does not exist";
      case FileSystemLoopException _ -> "its links go round in a circle";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(refusal.getMessage());
    };
  }
}
