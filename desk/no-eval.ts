import { z } from "zod";

// The page's content security policy forbids eval; zod would try it for speed. This runs before any schema is made.
z.config({ jitless: true });
