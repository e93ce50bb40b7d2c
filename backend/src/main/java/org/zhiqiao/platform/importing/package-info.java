/**
 * Reads what ORCID, OpenAlex and lists say about people, row by row, as jobs that survive an interruption; and lists of
 * cooperation as a whole. Must not know who may
 * see what of an expert, nor how experts are searched.
 */
@ApplicationModule(displayName = "Importing", allowedDependencies = {"problem", "audit", "account", "taxonomy",
		"expert", "organisation", "cooperation"})
@NullMarked
package org.zhiqiao.platform.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
