// The few values that the validators of @rocket.chat/rest-typings take from @rocket.chat/core-typings, whose own
// dependencies do not install outside the Rocket.Chat repository.
export const TEAM_TYPE = { PUBLIC: 0, PRIVATE: 1 };
export const TeamType = TEAM_TYPE;
export const ILivechatAgentStatus = { AVAILABLE: 'available', NOT_AVAILABLE: 'not-available' };
export const VoipClientEvents = { NONE: "none" };
