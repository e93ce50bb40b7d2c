package org.zhiqiao.platform.publishing;

/**
 * Something in an article that looks like a person's own data.
 *
 * @param kind {@code phone}, {@code identity}, {@code passport}, {@code email} or {@code bank-card}
 * @param pointer where it stands, such as {@code /text/zh}
 * @param from where it begins in the plain text, in UTF-16 units
 * @param to where it ends
 * @param found as it is written
 * @param before some words before it
 * @param after some words after it
 */
record ArticleFinding(String kind, String pointer, int from, int to, String found, String before, String after) {

}
