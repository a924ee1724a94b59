//! 四常 · 幸福指数: whether the door is open, rooms are used, activities take place and people come, and whether life gets better.
//! Ranges with their n, source and known gaps; side by side, never added up, ranked or held against a target.
pub mod rules;
pub mod simulate;
