/**
 * The words everybody shares, in Chinese and English and under stable codes: the small
 * vocabularies and the thesaurus of domains. Must not know accounts, experts or demands.
 */
@ApplicationModule(displayName = "Taxonomy", allowedDependencies = {"problem", "audit"})
@NullMarked
package org.zhiqiao.platform.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
