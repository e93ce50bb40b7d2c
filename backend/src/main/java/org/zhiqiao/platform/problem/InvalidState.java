package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;

/** The thing is not in a state that allows the step. */
public final class InvalidState extends ProblemException {

	/**
	 * States the thing, its state and the step that is not possible.
	 *
	 * @param kind named by {@code kind.<kind>}
	 * @param state named by {@code state.<state>}; answered as {@code state}
	 * @param wanted the step or state asked for, named by {@code state.<wanted>}
	 */
	public InvalidState(String kind, String state, String wanted) {
		super(HttpStatus.CONFLICT, "invalid-state", new Word("kind." + kind), new Word("state." + state),
				new Word("state." + wanted));
		with("state", state);
	}

}
