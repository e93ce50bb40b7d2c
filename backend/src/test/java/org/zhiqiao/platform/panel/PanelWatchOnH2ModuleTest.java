package org.zhiqiao.platform.panel;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class PanelWatchOnH2ModuleTest extends PanelWatchContract {}
