/**
 * Turns what is on file about a panel into one sealed file that can be read, and checked, without this software. Must not know
 * where the facts come from, nor who may have them.
 */
@NullMarked
package org.zhiqiao.platform.panel.dossier;

import org.jspecify.annotations.NullMarked;
