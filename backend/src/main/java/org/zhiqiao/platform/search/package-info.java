/**
 * Owns the search index: opens it, keeps it in step with the database and fills it anew. Must
 * not know what an expert, a demand or a story looks like; those modules supply the documents.
 */
@ApplicationModule(displayName = "Search", allowedDependencies = {"problem", "audit", "change", "taxonomy"})
@NullMarked
package org.zhiqiao.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
