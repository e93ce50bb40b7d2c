package org.zhiqiao.platform.search;

import org.zhiqiao.platform.testing.Engine;

class OnlyNodeOnH2Test extends OnlyNodeContract {

	OnlyNodeOnH2Test() {
		super(Engine.H2);
	}

}
