package org.zhiqiao.platform.exposure;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class ExposureOnMySqlModuleTest extends ExposureContract {}
