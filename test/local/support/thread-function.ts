// A function for tests of the threads: it does what its event says.
interface Order {
  readonly do: "environment" | "count" | "throw" | "crash" | "block" | "say";
  readonly text?: string;
}

let count = 0;

export const handler = async (order: Order): Promise<unknown> => {
  switch (order.do) {
    case "environment":
      return process.env;
    case "count":
      count += 1;
      return count;
    case "throw":
      throw new TypeError("as ordered");
    case "crash":
      setImmediate(() => {
        throw new Error("nobody catches this");
      });
      return new Promise(() => {});
    case "block":
      for (;;);
    case "say":
      console.log(order.text);
      return "said";
  }
};
