package org.zhiqiao.platform.organisation;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class OrganisationsOnH2ModuleTest extends OrganisationsContract {}
