import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

/** Whether a conditional write of the table took effect; whatever else went wrong is thrown. */
export const isConditionMet = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
