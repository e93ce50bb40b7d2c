package org.zhiqiao.platform.importing;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class ImportingOnH2ModuleTest extends ImportingContract {}
