package org.zhiqiao.search;

import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence of a person's expertise.
 *
 * @param id unique within the person
 * @param text abstract or description, may be empty
 */
public record Piece(String id, PieceKind kind, String title, String text, @Nullable Integer year, Audience audience) {

}
