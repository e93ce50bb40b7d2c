package org.zhiqiao.platform.panel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.zhiqiao.platform.panel.solve.AssignmentSolver;
import org.zhiqiao.platform.panel.solve.CpSatAssignmentSolver;
import org.zhiqiao.platform.panel.solve.CpSatPanelSolver;
import org.zhiqiao.platform.panel.solve.PanelSolver;

@Configuration
class PanelConfiguration {

	@Bean
	PanelSolver panelSolver() {
		return new CpSatPanelSolver();
	}

	@Bean
	AssignmentSolver assignmentSolver() {
		return new CpSatAssignmentSolver();
	}

}
