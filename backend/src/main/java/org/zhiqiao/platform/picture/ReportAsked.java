package org.zhiqiao.platform.picture;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.account.Actor;

/**
 * What a report is about.
 *
 * @param city none for the province
 * @param from when its time begins
 * @param until when its time is over; no part of it
 * @param reader whoever wants it: nothing stands in it that they may not see
 */
public record ReportAsked(@Nullable String city, Instant from, Instant until, Actor reader) {

}
