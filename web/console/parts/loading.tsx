import { Skeleton } from "antd";
import { Say } from "../../shared/texts/language.tsx";

export const Loading = () => (
  <div className="loading" role="status">
    <span className="visually-hidden">
      <Say zh="正在载入" en="Loading" />
    </span>
    <Skeleton active={false} paragraph={{ rows: 4 }} />
  </div>
);
