/**
 * Remembers that something changed (its kind and id) in the transaction that changed it, and hands such facts on after the
 * commit. Must not know what an expert or a demand looks like, nor what the receiver does with the news.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhiqiao.platform.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
