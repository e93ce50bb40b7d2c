/**
 * Gives tests a database of their own on every engine and says what a machine must have for
 * a test; knows nothing of any feature.
 */
@NullMarked
package org.zhiqiao.platform.testing;

import org.jspecify.annotations.NullMarked;
