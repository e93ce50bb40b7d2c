/** Tests of dossiers. */
@NullMarked
package org.zhiqiao.platform.panel.dossier;

import org.jspecify.annotations.NullMarked;
