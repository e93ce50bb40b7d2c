package org.zhiqiao.platform.exposure;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class ExposureOnH2ModuleTest extends ExposureContract {}
