/**
 * Starts the application and knows the settings that belong to no single feature; holds
 * no rule of any feature.
 */
@NullMarked
package org.zhiqiao.platform;

import org.jspecify.annotations.NullMarked;
