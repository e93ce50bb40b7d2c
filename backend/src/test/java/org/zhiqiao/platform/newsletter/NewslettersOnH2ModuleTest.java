package org.zhiqiao.platform.newsletter;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class NewslettersOnH2ModuleTest extends NewslettersContract {}
