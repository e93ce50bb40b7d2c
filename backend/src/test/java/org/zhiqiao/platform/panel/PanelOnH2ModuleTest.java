package org.zhiqiao.platform.panel;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class PanelOnH2ModuleTest extends PanelContract {}
