package org.zhiqiao.platform.search;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.Facility;
import org.zhiqiao.platform.testing.Needs;

@Needs(Facility.MYSQL)
class OnlyNodeOnMySqlTest extends OnlyNodeContract {

	OnlyNodeOnMySqlTest() {
		super(Engine.MYSQL);
	}

}
