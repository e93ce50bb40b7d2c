package org.zhiqiao.platform.taxonomy;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class TaxonomyEditingOnMySqlModuleTest extends TaxonomyEditingContract {}
