package org.zhiqiao.platform.taxonomy;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class TaxonomyEditingOnH2ModuleTest extends TaxonomyEditingContract {}
