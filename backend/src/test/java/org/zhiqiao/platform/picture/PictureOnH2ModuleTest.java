package org.zhiqiao.platform.picture;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class PictureOnH2ModuleTest extends PictureContract {}
